import { apiCalls } from './api-calls.ts';
import { failedRequests } from './failed-requests.ts';
import { forcedLayout } from './forced-layout.ts';
import { heapGrowth } from './heap-growth.ts';
import type { InsightRule } from './insight-rule.ts';
import { largeResources } from './large-resources.ts';
import { lateFonts } from './late-fonts.ts';
import { layoutShifts } from './layout-shifts.ts';
import { lcpResource } from './lcp-resource.ts';
import { longAnimationFrames } from './long-animation-frames.ts';
import { longTasks } from './long-tasks.ts';
import { opaqueResources } from './opaque-resources.ts';
import { refetchedResources } from './refetched-resources.ts';
import { scriptErrors } from './script-errors.ts';
import { serverTiming } from './server-timing.ts';
import { slowInteractions } from './slow-interactions.ts';
import { slowResources } from './slow-resources.ts';
import { thirdPartyCosts } from './third-parties.ts';
import { uncompressedText } from './uncompressed-text.ts';

/** Every rule, in the order in which a performance engineer would look; of equal findings the earlier rule's comes first. */
export const INSIGHT_RULES: readonly InsightRule[] = [
  lcpResource,
  largeResources,
  slowResources,
  apiCalls,
  layoutShifts,
  slowInteractions,
  longTasks,
  longAnimationFrames,
  forcedLayout,
  thirdPartyCosts,
  serverTiming,
  scriptErrors,
  failedRequests,
  uncompressedText,
  refetchedResources,
  lateFonts,
  heapGrowth,
  opaqueResources,
];
