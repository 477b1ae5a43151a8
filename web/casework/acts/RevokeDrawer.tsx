import { Checkbox, Radio } from 'antd';
import {
  groundWords,
  type RevocationGround,
  revocationGrounds,
} from '#domain/record/orders/revocation-consequences.ts';
import { ActDrawer } from '../../office/ActDrawer.tsx';
import { useAsk } from '../../office/ask.ts';
import { Cites } from '../../office/Cites.tsx';
import { Labelled } from '../../office/Labelled.tsx';
import { Loaded } from '../../office/Loaded.tsx';
import { TextBox, TextLine } from '../../office/TextInput.tsx';
import { useKept } from '../../office/use-kept.ts';
import type { ActProps } from '../act-props.ts';
import { DecisionPreview } from '../DecisionPreview.tsx';
import { HandsNote } from '../HandsNote.tsx';
import { returnedContent, verbOf } from '../hands.ts';
import { useItemAct } from '../use-item-act.ts';
import { type ReasonLine, ReasonLines, reasonsToSend } from './ReasonLines.tsx';

interface Content {
  readonly ground: RevocationGround;
  readonly serious: boolean;
  readonly finding: string;
  readonly heard: string;
  readonly outsideNumber?: string;
  readonly reasons: ReasonLine[];
}

/** 撤销修复: what was found, what follows by the law of today, and the paper as it will be. */
export function RevokeDrawer({ view, close, done }: ActProps) {
  const draft = useKept(`${view.summary.itemId}/revoke`);
  const act = useItemAct('revokeItem', view, draft.over(done));
  const before = returnedContent<Content>(view, 'revoke');
  const [content, setContent] = draft.field('content', {
    ground: before?.ground ?? ('false-papers' as RevocationGround),
    serious: before?.serious ?? false,
    finding: before?.finding ?? '',
    heard: before?.heard ?? '',
    outsideNumber: before?.outsideNumber ?? '',
  });
  const [reasons, setReasons] = draft.field<ReasonLine[]>('reasons', before?.reasons ?? []);
  const change = (some: Partial<typeof content>) => setContent({ ...content, ...some });
  const { outsideNumber, ...rest } = content;
  const finding = { ...rest, ...(outsideNumber ? { outsideNumber } : {}) };
  const sent = { ...finding, reasons: reasonsToSend(reasons) };
  return (
    <ActDrawer
      draft={draft}
      title="撤销修复"
      open
      close={close}
      verb={verbOf(view, 'revoke', '作出撤销决定')}
      danger
      busy={act.busy}
      error={act.error}
      refresh={act.refresh}
      submit={() => act.send(sent)}
      width={760}
    >
      <HandsNote view={view} act="revoke" />
      <Labelled label="撤销的情形">
        {(id) => (
          <Radio.Group
            id={id}
            value={content.ground}
            onChange={(event) => change({ ground: event.target.value as RevocationGround })}
            options={revocationGrounds.map((value) => ({ value, label: groundWords[value] }))}
          />
        )}
      </Labelled>
      <Consequences view={view} content={content} change={change} />
      <Labelled label="查明的情况（写进决定书）">
        {(id) => (
          <TextBox
            id={id}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={2000}
            value={content.finding}
            onChange={(event) => change({ finding: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label="陈述、申辩的情况">
        {(id) => (
          <TextBox
            id={id}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={2000}
            value={content.heard}
            onChange={(event) => change({ heard: event.target.value })}
          />
        )}
      </Labelled>
      <ReasonLines
        suggestions={[{ code: content.ground, text: `${groundWords[content.ground]}，依法应当撤销。` }]}
        reasons={reasons}
        change={setReasons}
      />
      <DecisionPreview view={view} act="revoke" content={{ revocation: finding, reasons: sent.reasons }} />
    </ActDrawer>
  );
}

interface ConsequencesProps {
  readonly view: ActProps['view'];
  readonly content: { readonly ground: RevocationGround; readonly serious: boolean; readonly outsideNumber: string };
  readonly change: (some: { readonly serious?: boolean; readonly outsideNumber?: string }) => void;
}

/** 后果, asked of the server for the ground that is chosen, before anybody decides. */
function Consequences({ view, content, change }: ConsequencesProps) {
  const { subjectKey, itemId } = view.summary;
  const { ground, serious } = content;
  const told = useAsk(
    'previewRevocation',
    { params: { subjectKey, itemId }, query: { ground, serious } },
    { keep: true },
  );
  return (
    <Loaded query={told} rows={4}>
      {(it) => (
        <section aria-label="撤销的后果">
          <h3>撤销的后果</h3>
          <ul className="tight">
            {it.said.map((one) => (
              <li key={one.text}>
                {one.text} <Cites cites={one.cites} />
              </li>
            ))}
            {it.othersBarred > 0 && <li>同一主体的另外 {it.othersBarred} 条市场监管信息同时不得申请修复</li>}
          </ul>
          {it.open.map((one) => (
            <p key={one.text}>
              <span className="chip chip-attention">▲ 没有写明</span> {one.text} <Cites cites={one.cites} />
            </p>
          ))}
          {it.asksSeriousness && (
            <Checkbox checked={serious} onChange={(event) => change({ serious: event.target.checked })}>
              认定为“{it.asksSeriousness}”
            </Checkbox>
          )}
          {it.outside && (
            <Labelled label="撤销决定的文号（在市场监管信用修复全国统一平台作出）">
              {(id) => (
                <TextLine
                  id={id}
                  maxLength={100}
                  value={content.outsideNumber}
                  onChange={(event) => change({ outsideNumber: event.target.value })}
                />
              )}
            </Labelled>
          )}
        </section>
      )}
    </Loaded>
  );
}
