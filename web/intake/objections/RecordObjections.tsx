import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../api.ts';

interface Props {
  readonly subjectKey: string;
  readonly recordId: string;
}

/** Below a record of one's own: 异议处理中 where one is open, and the way to object. */
export function RecordObjections({ subjectKey, recordId }: Props) {
  const list = useQuery({
    queryKey: ['objections', 'of', subjectKey],
    queryFn: () => call('listObjections', { params: { subjectKey } }),
    staleTime: 10_000,
  });
  const own = list.data?.objections.filter((one) => one.recordId === recordId) ?? [];
  return (
    <>
      {own.map((one) => (
        <p key={one.objectionId}>
          <span className={`tag tag-${one.closedOn ? 'plain' : 'info'}`}>
            {one.closedOn ? `异议：${one.stateText}` : '异议处理中'}
          </span>{' '}
          {one.groundText}{' '}
          <Link to="/objections/$subjectKey/$objectionId" params={{ subjectKey, objectionId: one.objectionId }}>
            看异议 {one.number}
          </Link>
        </p>
      ))}
      <p>
        <Link to="/object/$subjectKey/$recordId" params={{ subjectKey, recordId }}>
          信息有误或公示期限不对
        </Link>
      </p>
    </>
  );
}
