import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { readSiteInput } from './site-input.ts';

interface Props {
  /** What the list is, for those who do not see what stands above it. */
  readonly label: string;
  readonly sites: readonly string[];
  /** What an empty list means. */
  readonly empty: string;
  onChange(sites: readonly string[]): void;
}

/** A list of sites that can be added to and taken from; what is wrong with a site is said at the field. */
export function SiteList({ label, sites, empty, onChange }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const error = useSignal<string | null>(null);

  function add(event: Event): void {
    event.preventDefault();
    const input = readSiteInput(field.current?.value ?? '', sites);
    error.value = 'error' in input ? input.error : null;
    if ('site' in input) {
      onChange([...sites, input.site]);
      if (field.current) field.current.value = '';
    }
    field.current?.focus();
  }

  function remove(site: string): void {
    onChange(sites.filter((other) => other !== site));
    // The button that had the focus is gone.
    field.current?.focus();
  }

  return (
    <div class="site-list">
      <form class="site-form" noValidate onSubmit={add}>
        <label for={id}>Add a site</label>
        <input
          id={id}
          ref={field}
          class="search"
          type="text"
          spellcheck={false}
          autocomplete="off"
          placeholder="shop.example"
          aria-label={`Add a site to: ${label}`}
          aria-invalid={error.value !== null}
          aria-describedby={`${id}-error`}
          onInput={() => {
            error.value = null;
          }}
        />
        <button type="submit" class="button">
          Add
        </button>
      </form>
      <p id={`${id}-error`} class="field-error" role="alert">
        {error.value}
      </p>
      {sites.length === 0 ? (
        <p class="muted">{empty}</p>
      ) : (
        <ul aria-label={label}>
          {sites.map((site) => (
            <li key={site} class="site">
              <span>{site}</span>
              <button type="button" class="text-button" aria-label={`Remove ${site}`} onClick={() => remove(site)}>
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
