import type { ResourceRecord } from '../../../model/resources.ts';
import { isOnWire } from '../../url.ts';
import { exactly, type LimitMetric } from '../measurement.ts';
import { bySize } from './resources.ts';

const STATUS = /^[1-5](?:\d\d|xx)$/;

/** `request-status:404`, `request-status:5xx`, `request-status:errors` (400 and above): how many requests were answered so. */
export const requestStatus: LimitMetric = {
  unit: 'count',
  problem: (argument) =>
    argument === 'errors' || STATUS.test(argument)
      ? null
      : `"${argument}" is no status; use errors, a class such as 5xx, or a number such as 404.`,
  measure({ resources }, argument) {
    const requests = resources.filter(({ url }) => isOnWire(url));
    const counted = requests.filter(({ status }) => status !== null && isOf(argument, status));
    const untold = requests.filter(({ status }) => status === null).length;
    const measured = exactly(counted.length, () => bySize(counted));
    return { ...measured, atLeast: untold === 0 ? null : untoldStatus(untold, requests) };
  },
};

function isOf(argument: string, status: number): boolean {
  if (argument === 'errors') return status >= 400;
  return argument.endsWith('xx') ? Math.floor(status / 100) === Number(argument[0]) : status === Number(argument);
}

function untoldStatus(untold: number, requests: readonly ResourceRecord[]): string {
  return `The browser does not tell the status of ${untold} of ${requests.length} requests.`;
}
