import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ChangeKind } from '#domain/catalog/changes/catalog-change.ts';
import { asProblem } from '../../api-problem.ts';
import { Forbidden } from '../Loaded.tsx';
import { Refused } from '../Refused.tsx';
import { hasRole, useOfficer } from '../session.ts';
import { TextBox } from '../TextInput.tsx';
import { CatalogFrame } from './CatalogFrame.tsx';
import { EffectiveDay } from './EffectiveDay.tsx';
import { Fielded } from './Fielded.tsx';
import { FilingPreview } from './FilingPreview.tsx';
import { FaultsProvider, type Filing, type FilingBase } from './use-filing.ts';

interface Props<D extends FilingBase> {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly kind: ChangeKind;
  readonly filing: Filing<D>;
  /** Where the basis follows from the paper by itself, it is not asked. */
  readonly basisFromPaper?: boolean;
  readonly children: ReactNode;
}

/** A filing being written: its fields on the left, what it would change on the right, one button. */
export function FilingForm<D extends FilingBase>(props: Props<D>) {
  const { title, intro, kind, filing, basisFromPaper, children } = props;
  const officer = useOfficer();
  if (!hasRole(officer, ['catalog-keeper'])) return <Forbidden text="报备由目录管理人员进行。您可以查看全部报备。" />;
  return (
    <CatalogFrame title={title} intro={intro}>
      <FaultsProvider value={filing.faults}>
        <form
          className="filing-page"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            filing.file();
          }}
        >
          <div className="filing-main">
            {children}
            <section className="card drawer-body" aria-labelledby="when-title">
              <h2 id="when-title">{basisFromPaper ? '从哪天起' : '从哪天起，依据什么'}</h2>
              <EffectiveDay filing={filing} kind={kind} />
              {!basisFromPaper && <Basis filing={filing} />}
            </section>
          </div>
          <div className="filing-side">
            <FilingPreview filing={filing} />
            <section className="card drawer-body" aria-labelledby="file-title">
              <h2 id="file-title">报备</h2>
              <p className="quiet">{decider(kind)}</p>
              <div className="decide-acts">
                <Button type="primary" htmlType="submit" loading={filing.busy}>
                  提交报备
                </Button>
                {filing.touched && <Button onClick={filing.restart}>清空重填</Button>}
              </div>
              <Refused error={filing.error} />
              <WaitingLink error={filing.error} />
              <p className="quiet">填写的内容保存在这台电脑上，离开这一页再回来还在。</p>
            </section>
          </div>
        </form>
      </FaultsProvider>
    </CatalogFrame>
  );
}

function decider(kind: ChangeKind): string {
  const who =
    kind === 'class-standard' || kind === 'unit'
      ? '本单位或者省发展改革委的另一位目录管理人员'
      : '省发展改革委的另一位目录管理人员';
  return `报备和审核由两个人进行：您报备以后，由${who}审核。同意后向社会公布，生效日一到自动生效。`;
}

/** Where another filing on the same thing waits, the way to it. */
function WaitingLink({ error }: { error: unknown }) {
  const problem = asProblem(error);
  if (!error || problem.code !== 'filing-waiting') return null;
  return (
    <Link className="link" to={`/catalog/changes/${String(problem.more.changeId)}` as never}>
      打开等待审核的那一项
    </Link>
  );
}

function Basis<D extends FilingBase>({ filing: { draft, set } }: { filing: Filing<D> }) {
  return (
    <Fielded label="依据" path="basis" hint="哪个文件、哪一条要求这样变更。会随变更一起公布。">
      {(control) => (
        <TextBox
          {...control}
          value={draft.basis}
          maxLength={500}
          autoSize={{ minRows: 2 }}
          onChange={(event) => set({ basis: event.target.value } as Partial<D>)}
        />
      )}
    </Fielded>
  );
}
