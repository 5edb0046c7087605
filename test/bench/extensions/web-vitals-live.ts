// web-vitals with attribution alone; posts each metric whenever it changes, as a live display needs it.
import { onCLS, onFCP, onINP, onLCP, onTTFB } from 'web-vitals/attribution';
import { postMetric } from './post-metric.ts';

for (const watch of [onLCP, onCLS, onINP, onFCP, onTTFB]) watch(postMetric, { reportAllChanges: true });
