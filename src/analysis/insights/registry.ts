import { apiCalls } from './api-calls.ts';
import { bfcache } from './bfcache.ts';
import { bundleWeight } from './bundle-weight.ts';
import { cacheLifetime } from './cache-lifetime.ts';
import { connectionReuse } from './connection-reuse.ts';
import { duplicateRequests } from './duplicate-requests.ts';
import { failedRequests } from './failed-requests.ts';
import { fontWeight } from './font-weight.ts';
import { forcedLayout } from './forced-layout.ts';
import { heapGrowth } from './heap-growth.ts';
import { http1Hosts } from './http1-hosts.ts';
import { imageFormats } from './image-formats.ts';
import type { InsightRule } from './insight-rule.ts';
import { largeResources } from './large-resources.ts';
import { lateFonts } from './late-fonts.ts';
import { layoutShifts } from './layout-shifts.ts';
import { lcpDiscovery } from './lcp-discovery.ts';
import { lcpResource } from './lcp-resource.ts';
import { longAnimationFrames } from './long-animation-frames.ts';
import { longTasks } from './long-tasks.ts';
import { offscreenImages } from './offscreen-images.ts';
import { opaqueResources } from './opaque-resources.ts';
import { oversizedImages } from './oversized-images.ts';
import { preconnects } from './preconnects.ts';
import { redirects } from './redirects.ts';
import { refetchedResources } from './refetched-resources.ts';
import { renderBlocking } from './render-blocking.ts';
import { scriptErrors } from './script-errors.ts';
import { serverTiming } from './server-timing.ts';
import { slowDocument } from './slow-document.ts';
import { slowInteractions } from './slow-interactions.ts';
import { slowResources } from './slow-resources.ts';
import { thirdPartyCosts } from './third-parties.ts';
import { uncompressedText } from './uncompressed-text.ts';
import { unsizedImages } from './unsized-images.ts';
import { unusedPreloads } from './unused-preloads.ts';

/** Every rule, in the order in which a performance engineer would look; of equal findings the earlier rule's comes first. */
export const INSIGHT_RULES: readonly InsightRule[] = [
  lcpResource,
  lcpDiscovery,
  slowDocument,
  renderBlocking,
  largeResources,
  slowResources,
  apiCalls,
  bundleWeight,
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
  duplicateRequests,
  oversizedImages,
  imageFormats,
  offscreenImages,
  unsizedImages,
  redirects,
  refetchedResources,
  cacheLifetime,
  http1Hosts,
  connectionReuse,
  preconnects,
  unusedPreloads,
  lateFonts,
  fontWeight,
  heapGrowth,
  bfcache,
  opaqueResources,
];
