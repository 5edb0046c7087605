import type { PageAnalysis } from '../model/analysis.ts';
import type { PageFacts } from './insights/insight-rule.ts';
import { createApiEndpoints } from './resources/api-calls.ts';
import { createBundleFiles } from './resources/bundle-files.ts';
import { createFontFiles } from './resources/font-files.ts';
import { createRequestIndex } from './resources/request-index.ts';
import { createThirdParties } from './resources/third-parties.ts';
import { createFrameCauses } from './timeline/frame-causes.ts';
import { createScriptWorks } from './timeline/script-work.ts';
import { createArrivals } from './timeline/shift-evidence.ts';
import { createTaskCulprits } from './timeline/task-culprits.ts';

type Lists = Pick<PageAnalysis, 'resources' | 'longTasks' | 'animationFrames'>;

/** What several rules, or a single one at great length, would make of a page's requests, tasks and frames. */
export type DerivedFacts = Pick<
  PageFacts,
  | 'requests'
  | 'apiEndpoints'
  | 'thirdParties'
  | 'fonts'
  | 'bundles'
  | 'arrivals'
  | 'taskCulprits'
  | 'frameCauses'
  | 'scriptWorks'
>;

/** Makes them for a page that grows: a call costs what is new. They grow on: read them, don't keep them. */
export function createDerivedFacts(): (lists: Lists) => DerivedFacts {
  const requestIndex = createRequestIndex();
  const apiEndpointsOf = createApiEndpoints();
  const thirdPartiesOf = createThirdParties();
  const fontsOf = createFontFiles();
  const bundlesOf = createBundleFiles();
  const arrivalsOf = createArrivals();
  const culpritsOf = createTaskCulprits();
  const causesOf = createFrameCauses();
  const worksOf = createScriptWorks();
  return ({ resources, longTasks, animationFrames }) => ({
    requests: requestIndex.update(resources),
    apiEndpoints: apiEndpointsOf(resources),
    thirdParties: thirdPartiesOf(resources),
    fonts: fontsOf(resources),
    bundles: bundlesOf(resources),
    arrivals: arrivalsOf(resources),
    taskCulprits: culpritsOf(longTasks),
    frameCauses: causesOf(animationFrames),
    scriptWorks: worksOf(animationFrames),
  });
}

/** The same of lists that are whole. */
export function derivedFacts(lists: Lists): DerivedFacts {
  return createDerivedFacts()(lists);
}
