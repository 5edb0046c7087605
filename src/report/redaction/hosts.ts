import type { RedactionLevel } from '../../model/report.ts';
import type { Party } from '../../model/resources.ts';
import { findSecrets } from './detectors.ts';
import type { Tagger } from './tag.ts';

/** Redacts one host with its port (empty when none). */
export type HostRedactor = (host: string, port: string) => string;

const ALIAS = /^(?:first|third)-\d+$/;

/**
 * Strict: `first-1`, `third-2` in the order of appearance, so that requests to one host still stand together. Otherwise the
 * host is kept, but for labels in which a detector fires (`hex-1a2b3c4d.cdn.example`).
 * @param parties party of each `host:port` that the report's resources name; a host that is not in it counts as third.
 */
export function createHostRedactor(
  level: RedactionLevel,
  tag: Tagger,
  parties: ReadonlyMap<string, Party>,
): HostRedactor {
  const aliases = new Map<string, string>();
  const counts: Record<Party, number> = { first: 0, third: 0 };
  const alias = (host: string): string => {
    if (host === '' || ALIAS.test(host)) return host;
    const known = aliases.get(host);
    if (known !== undefined) return known;
    const party = parties.get(host) ?? 'third';
    counts[party] += 1;
    const name = `${party}-${counts[party]}`;
    aliases.set(host, name);
    return name;
  };
  return (host, port) => {
    const place = port === '' ? host : `${host}:${port}`;
    if (level === 'raw') return place;
    if (level === 'strict') return alias(place);
    const kept = host.split('.').map((label) => redactLabel(label, tag));
    return port === '' ? kept.join('.') : `${kept.join('.')}:${port}`;
  };
}

function redactLabel(label: string, tag: Tagger): string {
  const first = findSecrets(label)[0];
  // A colon and braces cannot stand in a host name; the redacted URL should parse as one.
  return first === undefined ? label : `${first.kind}-${tag(label)}`;
}
