import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { ItemView } from '#contract/casework.ts';
import { upload } from '../api.ts';
import { Refused } from '../office/Refused.tsx';

type Kept = { readonly id: string; readonly name: string };

interface Props {
  readonly view: ItemView;
  readonly files: readonly Kept[];
  readonly change: (files: readonly Kept[]) => void;
}

/** Pictures and papers of a verification: uploaded as they are picked, told with the note. */
export function EvidenceFiles({ view, files, change }: Props) {
  const { subjectKey, itemId } = view.summary;
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const take = async (picked: readonly File[]) => {
    setError(null);
    setBusy(true);
    let kept = files;
    for (const file of picked)
      try {
        const it = await upload('addEvidence', { params: { subjectKey, itemId }, body: {}, file });
        kept = [...kept, { id: it.attachmentId, name: it.fileName }];
        change(kept);
      } catch (fault) {
        setError(fault as Error);
      }
    setBusy(false);
  };
  return (
    <fieldset>
      <legend>照片和材料（PDF、JPG、PNG，只存在本单位）</legend>
      <Button loading={busy} onClick={() => input.current?.click()}>
        选照片或材料
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept="image/jpeg,image/png,application/pdf"
        aria-label="上传核实的照片和材料"
        onChange={(event) => {
          const picked = [...(event.target.files ?? [])];
          event.target.value = '';
          void take(picked);
        }}
      />
      <Refused error={error} />
      <ul className="tight">
        {files.map((one) => (
          <li key={one.id}>
            {one.name}{' '}
            <Button size="small" onClick={() => change(files.filter((file) => file.id !== one.id))}>
              不用
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
