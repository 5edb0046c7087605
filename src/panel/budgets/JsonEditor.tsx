import { useRef } from 'preact/hooks';
import type { FileProblem } from '../../analysis/budgets/files/json-text.ts';
import { pathText } from '../../analysis/budgets/files/read-value.ts';

interface Props {
  readonly text: string;
  readonly problems: readonly FileProblem[];
  onInput(text: string): void;
}

/** The budgets as the text of their file; a press on a problem goes to its place. */
export function JsonEditor({ text, problems, onInput }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);

  function goTo({ line, column }: FileProblem): void {
    const before = text.split('\n').slice(0, line - 1);
    const offset = before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
    area.current?.focus();
    area.current?.setSelectionRange(offset, offset + 1);
  }

  return (
    <div class="json-editor">
      <textarea
        ref={area}
        class="search"
        aria-label="Budgets as JSON"
        aria-invalid={problems.length > 0}
        aria-describedby="json-problems"
        spellcheck={false}
        rows={24}
        value={text}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <div id="json-problems" role="status">
        <ul aria-label="What is wrong">
          {problems.map((problem) => (
            <li key={`${problem.line} ${problem.column} ${problem.message}`} data-testid="json-problem">
              <button type="button" class="text-button" onClick={() => goTo(problem)}>
                Line {problem.line}, column {problem.column}
              </button>{' '}
              <span class="field-error">
                {problem.path.length > 0 && <code>{pathText(problem.path)}: </code>}
                {problem.message}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
