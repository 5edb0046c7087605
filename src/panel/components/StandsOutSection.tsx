import type { Verdict } from '../../analysis/verdict.ts';
import { FindingLines } from './FindingLines.tsx';

/** What stands out beside what to fix first. */
export function StandsOutSection({ verdict: { standsOut } }: { readonly verdict: Verdict }) {
  const others = standsOut.slice(1);
  if (others.length === 0) return null;
  return (
    <section class="section" aria-labelledby="stands-out-title">
      <h2 id="stands-out-title">What else stands out</h2>
      <FindingLines id="stands-out" findings={others} />
    </section>
  );
}
