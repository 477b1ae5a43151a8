import { Alert, Button } from 'antd';
import { asProblem } from '../api-problem.ts';
import { Cites } from './Cites.tsx';

/**
 * A refusal beside the act it refuses: what happened, which fields, the article, and what to do.
 * `refresh` is offered where somebody else was faster.
 */
export function Refused({ error, refresh }: { error: unknown; refresh?: () => void }) {
  if (!error) return null;
  const fault = asProblem(error);
  return (
    <Alert
      type={fault.status === 409 ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={fault.detail}
      description={
        <>
          {fault.fields.length > 0 && (
            <ul className="tight">
              {fault.fields.map((one) => (
                <li key={one.field + one.text}>{one.text}</li>
              ))}
            </ul>
          )}
          <Cites cites={fault.cite} />
          {fault.correlation && fault.status >= 500 && (
            <p className="quiet">请把这串编号告诉运维人员：{fault.correlation}</p>
          )}
        </>
      }
      action={
        fault.status === 409 && refresh ? (
          <Button size="small" onClick={refresh}>
            查看最新情况
          </Button>
        ) : undefined
      }
    />
  );
}
