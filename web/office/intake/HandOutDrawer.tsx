import { Radio } from 'antd';
import { addressOf, type ReplyTo } from '../../api.ts';
import { ActDrawer } from '../ActDrawer.tsx';
import { useAct } from '../ask.ts';
import { Labelled } from '../Labelled.tsx';
import { TextLine } from '../TextInput.tsx';
import { useKept } from '../use-kept.ts';
import { noReceiver, type Receiver, ReceiverFields, receiverBody } from './ReceiverFields.tsx';

type Return = ReplyTo<'listWindowReturns'>['returns'][number];
type Way = 'window' | 'mail' | 'online' | 'told';

/** A result handed out: the papers to print, and who received them, when and how. */
export function HandOutDrawer({ one, close }: { one: Return; close: () => void }) {
  const act = useAct('handOutResult', ['listWindowReturns', 'getWindowDesk', 'getVisit']);
  const draft = useKept(`${one.item.itemId}/hand-out`);
  const [way, setWay] = draft.field<Way>('way', one.papers.length > 0 ? 'window' : 'told');
  const [receiver, setReceiver] = draft.field<Receiver>('receiver', noReceiver);
  const [note, setNote] = draft.field('note', '');
  const { subjectKey, itemId, subjectName, matterName, stateText } = one.item;
  const body = way === 'window' ? receiverBody(receiver) : { receivedBy: receiver.receivedBy.trim() || subjectName };
  return (
    <ActDrawer
      draft={draft}
      title={`发放结果：${subjectName}`}
      open
      close={close}
      verb="记下已发放"
      busy={act.isPending}
      error={act.error}
      submit={() =>
        act.mutate({ params: { subjectKey, itemId }, body: { way, ...body, note } }, { onSuccess: draft.over(close) })
      }
    >
      <p>
        {matterName}：{stateText}
      </p>
      <ul className="tight">
        {one.papers.map((paper) => (
          <li key={paper.paperId}>
            <a
              href={addressOf('downloadPaper', { params: { subjectKey, paperId: paper.paperId } })}
              target="_blank"
              rel="noopener"
            >
              打开并打印{paper.title} {paper.docNumber}
            </a>
          </li>
        ))}
        {one.papers.length === 0 && <li>文书由办理单位送达，窗口告知结果即可。</li>}
      </ul>
      <Radio.Group
        aria-label="怎样发放"
        value={way}
        onChange={(event) => setWay(event.target.value as Way)}
        options={[
          { value: 'window', label: '当面领取' },
          { value: 'mail', label: '邮寄' },
          { value: 'online', label: '自己在网上下载' },
          { value: 'told', label: '只告知' },
        ]}
      />
      {way === 'window' && (
        <ReceiverFields value={receiver} change={(part) => setReceiver((was) => ({ ...was, ...part }))} />
      )}
      <Labelled label={way === 'mail' ? '邮件号' : '说明（可以不填）'}>
        {(id) => <TextLine id={id} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />}
      </Labelled>
    </ActDrawer>
  );
}
