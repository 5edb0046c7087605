import { counted } from '../../counted.ts';
import { formatNumber } from '../../format-number.ts';
import { exactly, type LimitMetric } from '../measurement.ts';
import { bySize, classOf } from './resources.ts';

const STATUS = /^[1-5](?:\d\d|xx)$/;

/** `request-status:404`, `request-status:5xx`, `request-status:errors` (400 and above): how many requests were answered so. */
export const requestStatus: LimitMetric = {
  unit: 'count',
  problem: (argument) =>
    argument === 'errors' || STATUS.test(argument)
      ? null
      : `"${argument}" is no status; use errors, a class such as 5xx, or a number such as 404.`,
  measure({ tallies }, argument) {
    const total = classOf('total');
    const withStatus = (key: string, isMeant: (status: number | null) => boolean) =>
      tallies.of({
        ...total,
        key: `status:${key}`,
        belongs: (resource) => total.belongs(resource) && isMeant(resource.status),
      });
    const counted = withStatus(argument, (status) => status !== null && isOf(argument, status));
    const untold = withStatus('untold', (status) => status === null).requests;
    const measured = exactly(counted.requests, () => bySize(counted.top));
    return { ...measured, atLeast: untold === 0 ? null : untoldStatus(untold, tallies.of(total).requests) };
  },
};

function isOf(argument: string, status: number): boolean {
  if (argument === 'errors') return status >= 400;
  return argument.endsWith('xx') ? Math.floor(status / 100) === Number(argument[0]) : status === Number(argument);
}

function untoldStatus(untold: number, requests: number): string {
  return `The browser does not tell the status of ${formatNumber(untold, 'en', 0)} of ${counted(requests, 'request')}.`;
}
