/**
 * A limit's metric in words: `LCP`, `total images` for `resource-size:image`, `number of scripts` for `resource-count:script`,
 * `main*.js` for `file-size:main*.js`. A key that is not known is its own label.
 */
export function metricLabel(metric: string): string {
  const colon = metric.indexOf(':');
  if (colon < 0) return metric === 'api-error-rate' ? 'API error rate' : metric;
  const argument = metric.slice(colon + 1);
  switch (metric.slice(0, colon)) {
    case 'resource-size':
      return argument === 'total' ? 'total transfer' : `total ${pluralOf(argument)}`;
    case 'resource-count':
      return `number of ${argument === 'total' ? 'requests' : pluralOf(argument)}`;
    case 'file-size':
      return argument;
    case 'api-response-time':
      return `API response time (${argument})`;
    default:
      return metric;
  }
}

const PLURALS: Readonly<Record<string, string>> = {
  document: 'documents',
  script: 'scripts',
  stylesheet: 'stylesheets',
  image: 'images',
  media: 'media',
  font: 'fonts',
  other: 'other requests',
  'third-party': 'third-party requests',
};

function pluralOf(resourceType: string): string {
  return PLURALS[resourceType] ?? resourceType;
}
