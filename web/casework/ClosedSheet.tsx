import { Button } from 'antd';
import { useState } from 'react';
import { Labelled } from '../office/Labelled.tsx';
import { TextLine } from '../office/TextInput.tsx';

const shortest = 4;

/** A file that does not open: a virus was found in it, or the scanner has not seen it and nobody has said why it must open now. */
export function ClosedSheet({ scan, open }: { scan: string; open: (reason: string) => void }) {
  const [reason, setReason] = useState('');
  if (scan === 'infected')
    return (
      <div className="sheet">
        <p>这份材料收下以后查出了病毒，内容已经删除，并已告知申请人。需要它时，请在“一次告知补正”里列出。</p>
      </div>
    );
  const enough = reason.trim().length >= shortest;
  return (
    <div className="sheet">
      <p>收下这份材料时查毒服务停用，还没有查毒，会自动补查，查过就能打开。</p>
      <Labelled label="现在就要打开的理由（会记录下来）">
        {(id) => (
          <TextLine id={id} value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
        )}
      </Labelled>
      <Button disabled={!enough} onClick={() => open(reason.trim())}>
        {enough ? '写明理由，现在打开' : `写明理由后可以打开（至少 ${shortest} 个字）`}
      </Button>
    </div>
  );
}
