import type { SubjectType } from '#law/matter-keys.ts';
import { checkCitizenId, citizenIdFaultText } from '../citizen-id.ts';
import { checkUscc, normaliseCode, usccFaultText } from '../uscc.ts';
import { plainText } from './import-cell.ts';
import type { ImportColumn } from './import-column-names.ts';
import { normaliseName } from './import-doc-number.ts';
import type { ImportedSubject } from './import-record.ts';
import { readRegistration } from './import-registration.ts';
import { remembered } from './import-remembered.ts';
import { fault, neededText, type RowView, textOf, warn } from './import-row-view.ts';

type Identifier = Pick<ImportedSubject, 'identifierKind' | 'identifier'> & { readonly kind: SubjectType };

/** The message users of the national form know (宝鸡市信用平台填报说明 rule 3), with the way out added. */
const MISMATCH = '行政相对人代码_1(统一社会信用代码)不正确';

/** Reads 行政相对人类别: Chinese, or the codes 01, 02, 03; undefined where blank or unknown (a warning is added then). */
function categoryOf(view: RowView): SubjectType | undefined {
  const text = plainText(textOf(view, 'category', 100));
  if (text === '') return undefined;
  const category = readCategory(text);
  if (category === null)
    warn(view, 'category', `“${text}”不在类别表（法人及非法人组织、个体工商户、自然人）中，已按代码判断`);
  return category ?? undefined;
}

const readCategory = remembered((text: string): SubjectType | null => {
  if (/个体/.test(text) || text === '03' || text === '3') return 'sole-trader';
  if (/非自然人/.test(text)) return 'organisation';
  if (/自然人|个人/.test(text) || text === '02' || text === '2') return 'person';
  if (/法人|企业|公司|组织|单位|机关|团体|合作社/.test(text) || text === '01' || text === '1') return 'organisation';
  return null;
});

/** Lets a wrong check digit pass only with the upload's reason; says how otherwise. */
function checkDigitPasses(view: RowView, column: ImportColumn, text: string): boolean {
  const reason = view.context.overrideCheckDigit;
  if (reason === undefined || reason.trim() === '') {
    fault(view, column, `${text}；确认代码与登记证照一致的，上传时勾选“按原码导入”并写明理由`);
    return false;
  }
  view.overrodeCheckDigit = true;
  warn(view, column, `${text}，已按上传时写明的理由导入：${reason}`);
  return true;
}

/** Checks a 统一社会信用代码 or a 15-digit 注册号 standing in the code's column. */
function codeIdentifier(view: RowView, text: string, column: ImportColumn): Identifier | undefined {
  const code = normaliseCode(text);
  if (/^\d{15}$/.test(code)) {
    warn(view, column, '15位为旧注册号，已按注册号导入，请尽快核对统一社会信用代码');
    return { identifierKind: 'regno', identifier: code, kind: 'organisation' };
  }
  const check = checkUscc(code);
  if (!check.ok) {
    if (check.fault !== 'check-digit') {
      const scientific = /^\d(\.\d+)?E\+?\d+$/.test(code)
        ? '：代码被表格软件改成了科学计数，请把该列设为文本后重填'
        : '';
      fault(view, column, `${usccFaultText(check.fault)}（“${code}”）${scientific}`);
      return undefined;
    }
    if (!checkDigitPasses(view, column, usccFaultText(check.fault))) return undefined;
  }
  return { identifierKind: 'uscc', identifier: code, kind: code.startsWith('92') ? 'sole-trader' : 'organisation' };
}

/** Compares the category with what the code says. 92 under 自然人 is met in older platforms and let through. */
function agree(view: RowView, category: SubjectType | undefined, found: Identifier): SubjectType {
  if (category === undefined || category === found.kind) return found.kind;
  if (found.identifierKind === 'regno') return category === 'person' ? found.kind : category;
  if (found.kind === 'sole-trader' && category === 'person') {
    warn(view, 'category', '代码以92开头，已按个体工商户导入');
    return 'sole-trader';
  }
  if (found.kind === 'sole-trader') fault(view, 'uscc', `${MISMATCH}：代码以92开头的，类别应填个体工商户`);
  else if (category === 'sole-trader') fault(view, 'uscc', `${MISMATCH}：类别为个体工商户的，代码应以92开头`);
  else fault(view, 'uscc', `${MISMATCH}：类别为自然人的，应填证件号码，不填统一社会信用代码`);
  return found.kind;
}

/** Older codes beside 代码_1, taken only where that is blank. */
function olderIdentifier(view: RowView, category: SubjectType | undefined): Identifier | undefined {
  const kind = category === 'sole-trader' ? 'sole-trader' : 'organisation';
  const regNo = normaliseCode(textOf(view, 'regNo', 50));
  if (/^\d{15}$/.test(regNo)) {
    warn(view, 'regNo', '无统一社会信用代码，已按15位注册号导入');
    return { identifierKind: 'regno', identifier: regNo, kind };
  }
  if (regNo.length === 18) return codeIdentifier(view, regNo, 'regNo');
  for (const column of ['orgCode', 'taxNo', 'institutionNo', 'associationNo'] as const) {
    const code = normaliseCode(textOf(view, column, 120));
    if (code.length === 18 && checkUscc(code).ok) return codeIdentifier(view, code, column);
    if (code !== '') {
      warn(view, column, '无统一社会信用代码，已按旧代码导入，暂不能与主体自动关联');
      return { identifierKind: 'other-id', identifier: code, kind };
    }
  }
  return undefined;
}

function personIdentifier(view: RowView, text: string): Identifier | undefined {
  const number = normaliseCode(text);
  const kindOfPaper = plainText(textOf(view, 'idKind', 64));
  const citizen =
    kindOfPaper === '' || kindOfPaper === '111' || (/身份证/.test(kindOfPaper) && !/外国人|永久居留/.test(kindOfPaper));
  if (!citizen) return { identifierKind: 'other-id', identifier: number, kind: 'person' };
  if (/[*＊×]/.test(number)) {
    fault(view, 'idNo', '证件号码被遮盖，须填完整号码（不会公示）');
    return undefined;
  }
  const check = checkCitizenId(number);
  if (!check.ok && check.fault !== 'check-digit') {
    fault(view, 'idNo', citizenIdFaultText(check.fault));
    return undefined;
  }
  if (!check.ok && !checkDigitPasses(view, 'idNo', citizenIdFaultText(check.fault))) return undefined;
  return { identifierKind: 'citizen-id', identifier: number, kind: 'person' };
}

function identifierOf(view: RowView, category: SubjectType | undefined): Identifier | undefined {
  const before = view.faults.length;
  const code = textOf(view, 'uscc', 64);
  const idNo = textOf(view, 'idNo', 64);
  if (code !== '' && !(category === 'person' && checkCitizenId(code).ok)) {
    const found = codeIdentifier(view, code, 'uscc');
    if (found === undefined) return undefined;
    const kind = agree(view, category, found);
    return kind === found.kind ? found : { ...found, kind };
  }
  // Lists of persons often carry the ID number in the column of codes.
  const personal = idNo === '' ? code : idNo;
  if (personal !== '' && category !== 'organisation' && category !== 'sole-trader')
    return personIdentifier(view, personal);
  const older = category === 'person' ? undefined : olderIdentifier(view, category);
  if (older === undefined && view.faults.length === before)
    fault(view, category === 'person' ? 'idNo' : 'uscc', category === 'person' ? '自然人须填证件号码' : '必填，未填写');
  return older;
}

/** Reads the subject of a row; undefined with faults added where it cannot be known. */
export function readSubject(view: RowView): ImportedSubject | undefined {
  const name = normaliseName(neededText(view, 'name', 200));
  const legalRep = plainText(textOf(view, 'legalRep', 50));
  const found = identifierOf(view, categoryOf(view));
  if (found === undefined || name === '') return undefined;
  const subject: ImportedSubject =
    legalRep === '' || found.kind === 'person'
      ? { kind: found.kind, name, identifierKind: found.identifierKind, identifier: found.identifier }
      : { kind: found.kind, name, identifierKind: found.identifierKind, identifier: found.identifier, legalRep };
  const registration = readRegistration(view, found.kind, name);
  return registration === undefined ? subject : { ...subject, ...registration };
}

const checkOrganCode = remembered(checkUscc);

/** Reads the code of an organ or source unit; null where the file has none. */
export function readOrganCode(view: RowView, column: 'organCode' | 'sourceOrganCode', needed: boolean): string | null {
  const before = view.faults.length;
  const text = textOf(view, column, 64);
  if (text === '') {
    if (needed && view.faults.length === before) fault(view, column, '必填，未填写');
    return null;
  }
  const check = checkOrganCode(text);
  if (!check.ok) {
    if (check.fault !== 'check-digit') fault(view, column, usccFaultText(check.fault));
    else checkDigitPasses(view, column, usccFaultText(check.fault));
  } else if (check.kind !== 'organ' && check.kind !== 'public-institution' && column === 'organCode') {
    warn(view, column, '机关代码一般以11或12开头，请核对是否填成了当事人的代码');
  }
  return check.code;
}
