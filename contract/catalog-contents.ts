/** Content of a filing by kind: what domain/catalog/changes reads. */
import { type TSchema, Type } from 'typebox';
import type { ChangeKind } from '#domain/catalog/changes/catalog-change.ts';
import { recordClasses } from '#law/classes.ts';
import { subjectTypes } from '#law/matter-keys.ts';
import { nullable, oneOf, plainDate, text } from './wire.ts';

const closed = { additionalProperties: false };
const key = (title: string) => Type.String({ title, pattern: '^[a-z][a-z0-9-]{1,40}$' });
const cites = Type.Array(text('依据', 80, 2), {
  title: '依据',
  maxItems: 8,
  description: '条文引用，如 ndrc36:14；filing 表示随报备附上的文件',
});
const Paper = Type.Object(
  {
    title: text('文件标题', 120),
    number: nullable(text('文号', 60)),
    issuedOn: plainDate('文件日期'),
    office: text('出具单位', 60),
  },
  { title: '文件', ...closed },
);
const limit = (title: string) => Type.Optional(nullable(Type.Integer({ title, minimum: 1, maximum: 60 })));
const levels = ['province', 'city', 'county', 'new-area'] as const;

const MatterContent = Type.Object(
  {
    op: oneOf('操作', ['new', 'change', 'withdraw'] as const),
    lawEntry: Type.Optional(text('所依据的法规条目', 60)),
    name: Type.Optional(text('名称', 100, 2)),
    plain: Type.Optional(text('说明', 300, 4)),
    authority: Type.Optional(text('办理单位', 200, 2)),
    sector: Type.Optional(key('领域')),
    levels: Type.Optional(Type.Array(oneOf('层级', levels), { title: '层级', minItems: 1, maxItems: 4 })),
    subjectTypes: Type.Optional(Type.Array(oneOf('适用对象', subjectTypes), { title: '适用对象', maxItems: 3 })),
    conditions: Type.Optional(
      Type.Array(Type.Object({ key: key('条件编号'), text: text('条件', 300, 4), cites }, closed), {
        title: '条件',
        maxItems: 20,
      }),
    ),
    materials: Type.Optional(
      Type.Array(
        Type.Object(
          {
            key: key('材料编号'),
            name: text('材料名称', 100, 2),
            why: text('为什么需要', 200, 2),
            required: Type.Boolean({ title: '是否必需' }),
            source: oneOf('来源', ['shared', 'authority', 'applicant'] as const),
            cites,
          },
          closed,
        ),
        { title: '材料', maxItems: 20 },
      ),
    ),
    extraFields: Type.Optional(
      Type.Array(
        Type.Object(
          {
            key: key('附表编号'),
            label: text('附表内容', 40, 1),
            type: oneOf('形式', ['text', 'date', 'number', 'choice'] as const),
            required: Type.Boolean({ title: '是否必填' }),
            why: text('为什么需要', 200, 2),
            choices: Type.Optional(Type.Array(text('选项', 60, 1), { title: '选项', maxItems: 20 })),
          },
          closed,
        ),
        { title: '附表内容', maxItems: 20 },
      ),
    ),
    limits: Type.Optional(
      Type.Object(
        {
          accept: limit('受理期限'),
          decide: limit('审核决定期限'),
          extend: limit('延长期限'),
          total: limit('全程期限'),
          effects: limit('落实期限'),
        },
        { title: '期限', ...closed },
      ),
    ),
    units: Type.Optional(
      Type.Array(
        Type.Object(
          {
            unitId: key('单位编号'),
            name: text('单位名称', 80, 3),
            shortName: text('机关代字', 20, 1),
            level: oneOf('层级', levels),
            regionCode: Type.String({ title: '地区', pattern: '^\\d{6}$' }),
            phone: Type.Optional(nullable(text('电话', 40))),
            address: Type.Optional(nullable(text('地址', 200))),
          },
          closed,
        ),
        { title: '单位', maxItems: 200 },
      ),
    ),
    paper: Type.Optional(Paper),
  },
  closed,
);

const until = Type.Optional(nullable(plainDate('终止日')));
const ConfirmationContent = Type.Object(
  {
    value: Type.Union(
      [
        text('答复', 40, 1),
        Type.Object(
          {
            months: Type.Integer({ title: '月数', minimum: 0, maximum: 36 }),
            clock: oneOf('起算日', ['finding', 'published', 'correction'] as const),
          },
          closed,
        ),
      ],
      { title: '答复' },
    ),
    paper: Paper,
    until,
  },
  closed,
);
const bands = (title: string) =>
  Type.Array(
    Type.Object(
      {
        class: oneOf('类别', recordClasses),
        over: Type.Number({ title: '超过（元）', minimum: 0 }),
        upTo: nullable(Type.Number({ title: '至（元，含）', minimum: 0 })),
      },
      closed,
    ),
    { title, maxItems: 3 },
  );
const ClassStandardContent = Type.Object(
  {
    paper: Paper,
    fines: bands('罚款分档'),
    personFines: Type.Optional(bands('自然人罚款分档')),
    kinds: Type.Optional(Type.Record(Type.String(), oneOf('类别', recordClasses), { title: '其他处罚种类' })),
    until,
  },
  closed,
);
const CalendarYearContent = Type.Object(
  {
    notice: Type.Object(
      { title: text('通知标题', 120, 4), number: nullable(text('文号', 60)), issuedOn: plainDate('通知日期') },
      { title: '通知', ...closed },
    ),
    festivals: Type.Array(
      Type.Object(
        {
          name: text('节日', 20, 2),
          days: Type.Array(plainDate('放假日'), { title: '放假日', minItems: 1, maxItems: 12 }),
        },
        closed,
      ),
      { title: '节日', minItems: 1, maxItems: 12 },
    ),
    makeupWorkdays: Type.Array(plainDate('补班日'), { title: '补班日', maxItems: 14 }),
  },
  closed,
);
const CalendarDayContent = Type.Object(
  { kind: oneOf('类别', ['rest', 'work'] as const), why: text('原因和依据', 200, 2) },
  closed,
);
const UnitContent = Type.Object(
  {
    name: Type.Optional(text('单位名称', 80, 3)),
    phone: Type.Optional(nullable(text('联系电话', 40))),
    address: Type.Optional(nullable(text('办公地址', 200))),
  },
  closed,
);

/** The schema of each kind's content. */
export const contentSchemas: Readonly<Record<ChangeKind, TSchema>> = {
  matter: MatterContent,
  confirmation: ConfirmationContent,
  'class-standard': ClassStandardContent,
  'calendar-year': CalendarYearContent,
  'calendar-day': CalendarDayContent,
  unit: UnitContent,
};

/** Any of them, for the documentation. */
export const CatalogContent = Type.Union(Object.values(contentSchemas));
