import { Alert, Button, Popconfirm, Select } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import type { PartnerKeyView } from '#contract/partner.ts';
import { useAct, useAsk } from '../ask.ts';
import { Labelled } from '../Labelled.tsx';
import { Loaded } from '../Loaded.tsx';
import { OfficeTable } from '../OfficeTable.tsx';
import { Page } from '../Page.tsx';
import { Refused } from '../Refused.tsx';
import { TextLine } from '../TextInput.tsx';
import { momentText } from '../when.ts';

/** Keys by which units' own systems hand in decisions: made here, shown once, ended here. */
export function PartnerKeysPage() {
  const list = useAsk('listPartnerKeys', {});
  return (
    <Page title="推送密钥" intro="单位的业务系统用密钥签名，把处罚和列入决定推送到本平台，平台逐条答复并制作告知书。">
      <NewKey />
      <section className="card" aria-labelledby="keys-title">
        <h2 id="keys-title">已建立的密钥</h2>
        <Loaded query={list} isEmpty={(it) => it.keys.length === 0} emptyText="还没有建立密钥。">
          {(it) => <Keys keys={it.keys} />}
        </Loaded>
      </section>
    </Page>
  );
}

function NewKey() {
  const units = useAsk('listUnits', { query: { kind: 'authority' } }, { staleTime: 3_600_000 });
  const make = useAct('makePartnerKey', ['listPartnerKeys']);
  const [unitId, setUnit] = useState<string>();
  const [label, setLabel] = useState('');
  return (
    <section className="card" aria-labelledby="new-key-title">
      <h2 id="new-key-title">建立密钥</h2>
      <div className="form-grid">
        <Labelled label="单位">
          {(id) => (
            <Select
              id={id}
              showSearch={{ optionFilterProp: 'label' }}
              value={unitId}
              options={units.data?.units.map((one) => ({ value: one.unitId, label: one.name })) ?? []}
              onChange={setUnit}
            />
          )}
        </Labelled>
        <Labelled label="系统名称">
          {(id) => <TextLine id={id} value={label} maxLength={60} onChange={(event) => setLabel(event.target.value)} />}
        </Labelled>
      </div>
      <Refused error={make.error} />
      <Button
        type="primary"
        disabled={!unitId || label.trim().length < 2}
        loading={make.isPending}
        onClick={() => make.mutate({ body: { unitId: unitId!, label: label.trim() } })}
      >
        建立密钥
      </Button>
      {make.data && (
        <Alert
          type="warning"
          showIcon
          title="密钥只显示这一次，请交给对方系统的管理员妥善保存"
          description={
            <dl className="facts">
              <dt>密钥编号</dt>
              <dd>
                <code>{make.data.key.keyId}</code>
              </dd>
              <dt>密钥</dt>
              <dd>
                <code>{make.data.secret}</code>
              </dd>
            </dl>
          }
        />
      )}
    </section>
  );
}

function Keys({ keys }: { keys: readonly PartnerKeyView[] }) {
  const revoke = useAct('revokePartnerKey', ['listPartnerKeys']);
  const columns: ColumnsType<PartnerKeyView> = [
    { key: 'unit', title: '单位', render: (_, it) => it.unitName },
    { key: 'label', title: '系统', render: (_, it) => it.label },
    { key: 'id', title: '密钥编号', render: (_, it) => <code>{it.keyId}</code> },
    { key: 'made', title: '建立时间', className: 'figures', render: (_, it) => momentText(it.madeAt) },
    { key: 'used', title: '最近使用', className: 'figures', render: (_, it) => momentText(it.lastUsedAt, '没有用过') },
    {
      key: 'state',
      title: '状态',
      render: (_, it) =>
        it.revokedAt ? (
          <span className="chip chip-none">{momentText(it.revokedAt)}停用</span>
        ) : (
          <Popconfirm
            title="停用后对方立即不能推送，且不能恢复。"
            okText="停用这个密钥"
            cancelText="先不停用"
            onConfirm={() => revoke.mutate({ params: { keyId: it.keyId } })}
          >
            <Button size="small" danger aria-label={`停用：${it.label}`}>
              停用
            </Button>
          </Popconfirm>
        ),
    },
  ];
  return (
    <>
      <Refused error={revoke.error} />
      <OfficeTable<PartnerKeyView>
        name="partner-keys"
        caption="推送密钥"
        fixedKeys={['unit', 'state']}
        columns={columns}
        dataSource={keys}
        rowKey="keyId"
      />
    </>
  );
}
