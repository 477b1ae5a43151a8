import { TextLine } from '../TextInput.tsx';
import type { DraftPaper } from './draft-paper.ts';
import { Fielded } from './Fielded.tsx';

/** Title, number, day and office of the paper a filing rests on. */
export function PaperFields({ paper, set }: { paper: DraftPaper; set: (paper: DraftPaper) => void }) {
  const text = (key: keyof DraftPaper, label: string, hint: string, maxLength: number) => (
    <Fielded label={label} path={`content.paper.${key}`} hint={hint}>
      {(control) => (
        <TextLine
          {...control}
          type={key === 'issuedOn' ? 'date' : 'text'}
          value={paper[key]}
          maxLength={maxLength}
          onChange={(event) => set({ ...paper, [key]: event.target.value })}
        />
      )}
    </Fielded>
  );
  return (
    <div className="form-grid">
      {text('title', '文件标题', '不用书名号', 120)}
      {text('number', '文号', '没有文号的不填', 60)}
      {text('issuedOn', '文件日期', '不能晚于生效日', 10)}
      {text('office', '出具单位', '对这份文件负责的机关', 60)}
    </div>
  );
}
