import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../api.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';

/** All matters, in the order of the joint form. */
export function GuideList() {
  const matters = useQuery({ queryKey: ['matters'], queryFn: () => call('listMatters') });
  return (
    <Page title="办理指引" lead="选一个事项，看谁能办、要什么、多久、找谁。几个事项可以用一张表一起申请。">
      <Loaded query={matters} lines={10}>
        {(reply) => (
          <ol className="plain">
            {reply.matters.map((matter) => (
              <li key={matter.matterKey} style={{ maxWidth: 'none', marginBottom: 'var(--s1)' }}>
                <Link to="/guide/$matter" params={{ matter: matter.matterKey }} className="door">
                  <strong>
                    {matter.position}. {matter.name}
                  </strong>
                  <span>{matter.plain}</span>
                </Link>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Page>
  );
}
