import { failedRequests } from './failed-requests.ts';
import type { InsightRule } from './insight-rule.ts';
import { largeResources } from './large-resources.ts';
import { lateFonts } from './late-fonts.ts';
import { layoutShifts } from './layout-shifts.ts';
import { lcpResource } from './lcp-resource.ts';
import { longTasks } from './long-tasks.ts';
import { opaqueResources } from './opaque-resources.ts';
import { refetchedResources } from './refetched-resources.ts';
import { slowInteractions } from './slow-interactions.ts';
import { slowResources } from './slow-resources.ts';
import { uncompressedText } from './uncompressed-text.ts';

/** Every rule, in the order in which a performance engineer would look; of equal findings the earlier rule's comes first. */
export const INSIGHT_RULES: readonly InsightRule[] = [
  lcpResource,
  largeResources,
  slowResources,
  layoutShifts,
  slowInteractions,
  longTasks,
  failedRequests,
  uncompressedText,
  refetchedResources,
  lateFonts,
  opaqueResources,
];
