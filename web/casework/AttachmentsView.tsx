import type { ItemView } from '#contract/casework.ts';
import { Nothing } from '../office/Loaded.tsx';
import { PaperReader } from './reading/PaperReader.tsx';
import { useReading } from './reading/use-reading.ts';

/** The materials handed in, opened in place, one after the other. */
export function AttachmentsView({ view }: { view: ItemView }) {
  const reading = useReading();
  const papers = reading.papers.filter((one) => one.kind === 'material');
  const shown = papers.find((one) => one.id === reading.shown?.id) ?? papers[0];
  if (!shown) return <Nothing>申请人没有上传材料。平台和办理单位能查到的，不用申请人交。</Nothing>;
  return <PaperReader view={view} papers={papers} shown={shown} choose={reading.choose} />;
}
