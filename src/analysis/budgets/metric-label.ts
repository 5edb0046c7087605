/**
 * A limit's metric in words: `LCP`, `total images` for `resource-size:image`, `number of scripts` for `resource-count:script`,
 * `main*.js` for `file-size:main*.js`. A key that is not known is its own label.
 */
export function metricLabel(metric: string): string {
  const colon = metric.indexOf(':');
  if (colon < 0) return PLAIN[metric] ?? metric;
  const argument = metric.slice(colon + 1);
  switch (metric.slice(0, colon)) {
    case 'resource-size':
      return argument === 'total' ? 'total transfer' : `total ${pluralOf(argument)}`;
    case 'resource-count':
      return `number of ${argument === 'total' ? 'requests' : pluralOf(argument)}`;
    case 'file-size':
      return argument;
    case 'request-status':
      return argument === 'errors' ? 'failed requests' : `responses with status ${argument}`;
    case 'user-timing':
      return `user timing ${argument}`;
    case 'server-timing':
      return `server timing ${argument}`;
    case 'api-response-time':
      return `API response time (${argument})`;
    default:
      return metric;
  }
}

const PLAIN: Readonly<Record<string, string>> = {
  'dom-content-loaded': 'DOMContentLoaded',
  load: 'load event',
  'long-task-count': 'number of long tasks',
  'long-task-blocking-time': 'blocking time of long tasks',
  'longest-interaction': 'longest interaction',
  'largest-resource': 'largest resource',
  'api-error-rate': 'API error rate',
  'heap-growth': 'heap growth',
  'speed-index': 'Speed Index',
  'first-meaningful-paint': 'First Meaningful Paint',
  'max-potential-fid': 'Max Potential FID',
};

const PLURALS: Readonly<Record<string, string>> = {
  document: 'documents',
  script: 'scripts',
  stylesheet: 'stylesheets',
  image: 'images',
  media: 'media',
  font: 'fonts',
  other: 'other requests',
  'first-party': 'first-party requests',
  'third-party': 'third-party requests',
};

const ENTITY = 'entity:';

function pluralOf(resourceClass: string): string {
  if (resourceClass.startsWith(ENTITY)) return `requests to ${resourceClass.slice(ENTITY.length)}`;
  return PLURALS[resourceClass] ?? resourceClass;
}
