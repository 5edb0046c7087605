import type { ResourceType } from '../../model/resources.ts';
import { fileExtension } from '../url.ts';

/** What a classification is made from. */
export interface TypeHints {
  readonly url: string;
  /** As Resource Timing says; `navigation` for the document. */
  readonly initiatorType: string;
  /** Without parameters; null when the browser does not tell. */
  readonly mimeType: string | null;
  readonly renderBlockingStatus?: string | null;
}

/**
 * The class of a resource. Requests of scripts for data (fetch, XHR, beacons) are `other` whatever they return, as in
 * Lighthouse's budgets. Else the MIME type decides, unless it is one that error pages and sloppy servers send for anything
 * (HTML, plain text, octet stream); then the initiator; then, where it may be anything (`link`, `css`, `other`), the file name.
 */
export function resourceTypeOf(hints: TypeHints): ResourceType {
  const { initiatorType, mimeType, url } = hints;
  if (DOCUMENT_INITIATORS.has(initiatorType)) return 'document';
  if (DATA_INITIATORS.has(initiatorType)) return 'other';
  const told = mimeType === null ? null : typeOfMime(mimeType);
  return told ?? BY_INITIATOR[initiatorType] ?? BY_EXTENSION[fileExtension(url)] ?? fallback(hints);
}

/** The class that a MIME type stands for; null when it does not decide. */
export function typeOfMime(mimeType: string): ResourceType | null {
  if (/^image\//.test(mimeType)) return 'image';
  if (/^(audio|video)\//.test(mimeType)) return 'media';
  if (/^font\/|^application\/(x-)?font-|^application\/vnd\.ms-fontobject$/.test(mimeType)) return 'font';
  if (/(java|ecma)script$/.test(mimeType)) return 'script';
  return mimeType === 'text/css' ? 'stylesheet' : null;
}

function fallback({ initiatorType, renderBlockingStatus }: TypeHints): ResourceType {
  if (initiatorType === 'css') return 'image';
  // A link without a telling name or MIME type (fonts.googleapis.com/css2?family=...) blocks rendering when it is a stylesheet.
  return initiatorType === 'link' && renderBlockingStatus === 'blocking' ? 'stylesheet' : 'other';
}

const DOCUMENT_INITIATORS: ReadonlySet<string> = new Set(['navigation', 'iframe', 'frame']);
const DATA_INITIATORS: ReadonlySet<string> = new Set(['fetch', 'xmlhttprequest', 'beacon', 'ping', 'eventsource']);

/** Initiators that can only load one class: https://w3c.github.io/resource-timing/#dom-performanceresourcetiming-initiatortype */
const BY_INITIATOR: Readonly<Record<string, ResourceType>> = {
  script: 'script',
  img: 'image',
  image: 'image',
  input: 'image',
  imageset: 'image',
  audio: 'media',
  video: 'media',
  track: 'media',
  source: 'media',
};

const BY_EXTENSION: Readonly<Record<string, ResourceType>> = {
  js: 'script',
  mjs: 'script',
  cjs: 'script',
  css: 'stylesheet',
  avif: 'image',
  bmp: 'image',
  gif: 'image',
  ico: 'image',
  jpeg: 'image',
  jpg: 'image',
  jxl: 'image',
  png: 'image',
  svg: 'image',
  webp: 'image',
  aac: 'media',
  m4a: 'media',
  m4v: 'media',
  mov: 'media',
  mp3: 'media',
  mp4: 'media',
  ogg: 'media',
  wav: 'media',
  webm: 'media',
  eot: 'font',
  otf: 'font',
  ttf: 'font',
  woff: 'font',
  woff2: 'font',
};
