import { counted } from '../counted.ts';
import { severityOf } from '../severity.ts';
import { failOn, type InsightRule } from './insight-rule.ts';

interface Options {
  /** Requests to one origin over HTTP/1; more are many. */
  readonly overRequests: number;
  /** Requests from which the finding is of high, and of medium severity. */
  readonly highFrom: number;
  readonly mediumFrom: number;
}

/** sitespeed.io's coach allows 30 requests per HTTP/1 domain; browsers send six at a time. */
const DEFAULTS: Options = { overRequests: 30, highFrom: 120, mediumFrom: 60 };

/** Names origins that answered many requests over HTTP/1, where only six at a time are under way. */
export const http1Hosts: InsightRule<Options> = {
  id: 'http1-hosts',
  title: 'Many requests over HTTP/1',
  why: 'Over HTTP/1 a browser sends six requests to a host at a time, and the others wait.',
  requires: ['resource'],
  concerns: () => false,
  run({ requests }, options) {
    const { overRequests, ...grades } = { ...DEFAULTS, ...options };
    const hosts = [...requests.byOrigin.values()]
      .map(({ counts }) => counts)
      .filter(({ http1 }) => http1 > overRequests)
      .sort((a, b) => b.http1 - a.http1 || (a.origin < b.origin ? -1 : 1));
    return failOn(
      hosts.map(({ origin, http1 }) => ({
        message: `${origin} answered ${counted(http1, 'request')} over HTTP/1. Switch HTTP/2 or HTTP/3 on, or ask for fewer files.`,
        severity: severityOf(http1, grades),
        url: `${origin}/`,
      })),
    );
  },
};
