import type { ResourceRecord } from '../../model/resources.ts';
import { ElementActions } from '../in-page/ElementActions.tsx';
import { canBeShown } from '../in-page/outline-target.ts';
import { usePointing } from '../in-page/use-pointing.ts';

/** The elements that show a request's file, which are outlined in the page while this is pointed at; nothing where none can. */
export function ShownIn({ resource }: { readonly resource: ResourceRecord }) {
  const pointing = usePointing([], resource.url);
  if (!pointing.inspect || !canBeShown(resource)) return null;
  return (
    <p class="pointing" data-testid="shown-in" {...pointing.handlers}>
      {resource.frame === null ? 'Shown in the page' : 'Shown in a frame of the page'}
      <ElementActions selector={null} pointing={pointing} />
    </p>
  );
}
