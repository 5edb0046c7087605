// web-vitals with attribution alone; posts each metric once, when web-vitals thinks it final.
import { onCLS, onFCP, onINP, onLCP, onTTFB } from 'web-vitals/attribution';
import { postMetric } from './post-metric.ts';

for (const watch of [onLCP, onCLS, onINP, onFCP, onTTFB]) watch(postMetric);
