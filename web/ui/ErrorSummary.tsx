import { useEffect, useRef } from 'react';
import type { FieldProblem } from '../api-problem.ts';

/** Everything that stops the next step, in one box that takes the focus; each line leads to its field (`field` is its id). */
export function ErrorSummary({
  errors,
  title = '还有内容需要改',
}: {
  errors: readonly FieldProblem[];
  title?: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  // A new list of errors takes the focus again.
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  const go = (event: React.MouseEvent, id: string) => {
    const field = document.getElementById(id);
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.scrollIntoView({ block: 'center' });
  };
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{title}</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.field}${error.text}`}>
            {error.field ? (
              <a href={`#${error.field}`} onClick={(event) => go(event, error.field)}>
                {error.text}
              </a>
            ) : (
              error.text
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
