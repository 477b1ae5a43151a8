import { useQueryClient } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { purposeLabel, type ReadingPurpose } from '#domain/access/reading-purpose.ts';
import { type ApiProblem, asProblem } from '../api-problem.ts';
import { useAct } from './ask.ts';
import { Labelled } from './Labelled.tsx';
import { TextLine } from './TextInput.tsx';

/** What the API says when it wants to know why somebody reads. */
interface Wanted {
  readonly subjectKey?: string;
  readonly q?: string;
  readonly list?: 'items';
  readonly purposes?: readonly ReadingPurpose[];
}

interface Props {
  readonly fault: ApiProblem;
  /** Called when it is noted, where something waits that is not a question. */
  readonly said?: () => void;
  /** Inside something that has the heading already. */
  readonly bare?: boolean;
}

/** Asks why a subject's data is to be read or a list taken away, once a day for each; then what waited for it is asked again. */
export function GivePurpose({ fault, said, bare = false }: Props) {
  const { subjectKey, q, list, purposes = [] } = fault.more as Wanted;
  const [purpose, choose] = useState<ReadingPurpose | null>(null);
  const [note, write] = useState('');
  const client = useQueryClient();
  const act = useAct('giveReadingPurpose');
  const about = subjectKey ? { subjectKey } : list ? { list } : { q };
  const doing = list ? '导出' : '查看';
  const say = () => {
    if (!purpose) return;
    const onSuccess = () => {
      void client.invalidateQueries();
      said?.();
    };
    act.mutate({ body: { ...about, purpose, note } }, { onSuccess });
  };
  return (
    <form
      className="purpose-form"
      aria-label={`写明${doing}目的`}
      onSubmit={(event) => {
        event.preventDefault();
        say();
      }}
    >
      {!bare && <h2>为什么{doing}</h2>}
      <p>
        {fault.detail}
        {doing}会记录下来，当事人也能看到是哪个单位、哪一天、为什么{doing}。
      </p>
      <Radio.Group
        aria-label={`${doing}目的`}
        value={purpose}
        onChange={(event) => choose(event.target.value as ReadingPurpose)}
      >
        {purposes.map((value, at) => (
          <Radio key={value} value={value} autoFocus={at === 0}>
            {purposeLabel(value)}
          </Radio>
        ))}
      </Radio.Group>
      <Labelled label={purpose === 'other' ? '说明（必填）' : '说明（可不填）'}>
        {(id) => <TextLine id={id} value={note} maxLength={300} onChange={(event) => write(event.target.value)} />}
      </Labelled>
      {act.error && <p role="alert">{asProblem(act.error).detail}</p>}
      <Button type="primary" htmlType="submit" disabled={!purpose} loading={act.isPending}>
        记录并{doing}
      </Button>
    </form>
  );
}
