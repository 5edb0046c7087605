import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly problem?: string | undefined;
  readonly placeholder?: string;
  /** Id of a datalist. */
  readonly list?: string;
  /** Lines of a text area; a single line when it is not given. */
  readonly rows?: number;
  readonly className?: string;
  onInput(value: string): void;
}

/** A labelled text field; what is wrong with its value is said below it. */
export function Field({ label, value, problem, placeholder, list, rows, className = '', onInput }: Props) {
  const id = useId();
  const shared = {
    id,
    class: 'search',
    value,
    placeholder: placeholder ?? '',
    spellcheck: false,
    autocomplete: 'off' as const,
    'aria-invalid': problem !== undefined,
    'aria-describedby': `${id}-problem`,
  };
  return (
    <div class={`field ${className}`}>
      <label for={id}>{label}</label>
      {rows === undefined ? (
        <input
          {...shared}
          type="text"
          {...(list !== undefined && { list })}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      ) : (
        <textarea {...shared} rows={rows} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
      <p id={`${id}-problem`} class="field-error">
        {problem}
      </p>
    </div>
  );
}
