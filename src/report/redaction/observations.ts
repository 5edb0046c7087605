import type { LinkObservation, Observation } from '../../model/observations.ts';
import type { Redactor } from './redactor.ts';

/** The observation with every string that the page could have chosen redacted. */
export function redactObservation(seen: Observation, redact: Redactor): Observation {
  switch (seen.entryType) {
    case 'failed-resource':
      return {
        ...seen,
        name: urlOrNone(seen.name, redact),
        initiatorType: redact.token(seen.initiatorType),
        element: redact.selector(seen.element),
      };
    case 'image':
      return {
        ...seen,
        name: urlOrNone(seen.name, redact),
        element: redact.selector(seen.element),
        loading: redact.token(seen.loading),
        ...(seen.fetchPriority === undefined ? {} : { fetchPriority: redact.token(seen.fetchPriority) }),
      };
    case 'link':
      return redactLink(seen, redact);
    case 'script-error':
      return {
        ...seen,
        name: redact.token(seen.name),
        // An error may quote anything that the page holds.
        message: redact.level === 'strict' ? redact.data(seen.message) : redact.text(seen.message),
        source: urlOrNone(seen.source, redact),
      };
    case 'connection':
      return { ...seen, name: redact.token(seen.name), effectiveType: redact.token(seen.effectiveType) };
    case 'device':
    case 'lifecycle':
    case 'heap':
      return { ...seen, name: redact.token(seen.name) };
  }
}

function redactLink(link: LinkObservation, redact: Redactor): LinkObservation {
  const { as, crossOrigin, media, fetchPriority } = link;
  return {
    ...link,
    name: urlOrNone(link.name, redact),
    rel: redact.token(link.rel),
    ...(as === undefined ? {} : { as: redact.token(as) }),
    ...(crossOrigin === undefined ? {} : { crossOrigin: redact.token(crossOrigin) }),
    ...(media === undefined ? {} : { media: redact.text(media) }),
    ...(fetchPriority === undefined ? {} : { fetchPriority: redact.token(fetchPriority) }),
  };
}

/** An image without a source and a link with `imagesrcset` alone have no URL. */
function urlOrNone(url: string, redact: Redactor): string {
  return url === '' ? '' : redact.url(url);
}
