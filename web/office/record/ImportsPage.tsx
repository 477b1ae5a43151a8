import { Button, Checkbox } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useRef, useState } from 'react';
import type { ImportView } from '#contract/imports.ts';
import { upload } from '../../api.ts';
import { useGo } from '../address.ts';
import { useAsk } from '../ask.ts';
import { Labelled } from '../Labelled.tsx';
import { Loaded } from '../Loaded.tsx';
import { OfficeTable } from '../OfficeTable.tsx';
import { Page } from '../Page.tsx';
import { Refused } from '../Refused.tsx';
import { TextLine } from '../TextInput.tsx';
import { countText, momentText, sizeText } from '../when.ts';
import { ImportState } from './ImportState.tsx';

/** Loading files of adverse records, and the batches loaded before. */
export function ImportsPage() {
  const list = useAsk('listImports', {}, { refetchInterval: 5000 });
  return (
    <Page title="导入信息" intro="双公示处罚文件用现成的表（XLSX、CSV 都可以）；异常名录和严重失信名单用统一模板。">
      <UploadCard />
      <section className="card" aria-labelledby="batches-title">
        <h2 id="batches-title">导入批次</h2>
        <Loaded query={list} isEmpty={(it) => it.imports.length === 0} emptyText="还没有导入过文件。">
          {(it) => <Batches imports={it.imports} />}
        </Loaded>
      </section>
    </Page>
  );
}

function UploadCard() {
  const input = useRef<HTMLInputElement>(null);
  const [override, setOverride] = useState(false);
  const [reason, setReason] = useState('');
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const go = useGo();
  const send = async (file: File) => {
    setError(null);
    setShare(0);
    try {
      const body = override ? { overrideCheckDigit: 'true', overrideReason: reason.trim() } : {};
      const batch = await upload('startImport', { body, file, onProgress: setShare });
      go(`/imports/${batch.importId}`);
    } catch (fault) {
      setError(fault);
    } finally {
      setShare(null);
      if (input.current) input.current.value = '';
    }
  };
  return (
    <section className="card" aria-labelledby="upload-title">
      <h2 id="upload-title">上传文件</h2>
      <p className="quiet">同一份文件传两次不会重复入库；有错的行会逐行列出，其他行照常入库。</p>
      <Checkbox checked={override} onChange={(event) => setOverride(event.target.checked)}>
        按原码导入（统一社会信用代码校验码不符，但已确认与登记证照一致）
      </Checkbox>
      {override && (
        <Labelled label="按原码导入的理由（会记入日志）">
          {(id) => (
            <TextLine id={id} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          )}
        </Labelled>
      )}
      <Refused error={error} />
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv,.txt"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void send(file);
        }}
      />
      <p>
        <Button
          type="primary"
          loading={share !== null}
          disabled={override && !reason.trim()}
          onClick={() => input.current?.click()}
        >
          {share === null ? '选择文件并上传' : `正在上传 ${Math.round(share * 100)}%`}
        </Button>
      </p>
      {override && !reason.trim() && <p className="quiet">先写明理由，再选择文件。</p>}
    </section>
  );
}

function Batches({ imports }: { imports: readonly ImportView[] }) {
  const go = useGo();
  const columns: ColumnsType<ImportView> = [
    {
      key: 'file',
      title: '文件',
      render: (_, it) => (
        <button type="button" className="link" onClick={() => go(`/imports/${it.importId}`)}>
          {it.fileName}
        </button>
      ),
    },
    { key: 'state', title: '状态', render: (_, it) => <ImportState view={it} /> },
    { key: 'read', title: '读到', align: 'right', className: 'figures', render: (_, it) => countText(it.rowsRead) },
    { key: 'accepted', title: '入库', align: 'right', className: 'figures', render: (_, it) => countText(it.accepted) },
    { key: 'updated', title: '更新', align: 'right', className: 'figures', render: (_, it) => countText(it.updated) },
    { key: 'same', title: '相同', align: 'right', className: 'figures', render: (_, it) => countText(it.duplicate) },
    { key: 'bad', title: '没有入库', align: 'right', className: 'figures', render: (_, it) => countText(it.rejected) },
    { key: 'size', title: '大小', className: 'figures', render: (_, it) => sizeText(it.bytesTotal) },
    { key: 'by', title: '上传人', render: (_, it) => it.uploadedBy },
    { key: 'at', title: '上传时间', className: 'figures', render: (_, it) => momentText(it.createdAt) },
  ];
  return (
    <OfficeTable<ImportView>
      name="imports"
      caption="导入批次"
      fixedKeys={['file']}
      columns={columns}
      dataSource={imports}
      rowKey="importId"
    />
  );
}
