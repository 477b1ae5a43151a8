import { describe, expect, it } from 'vitest';
import { answersToSend, answerTo, faultOfAnswer } from './correction-answers.ts';

const lines = [
  { key: 'proof', name: '整改证明', reason: '没有盖章' },
  { key: 'form:phone', name: '联系电话', reason: '打不通' },
  { key: 'extra:plate', name: '车牌号', reason: '看不清' },
];
const [material, phone, plate] = lines as [(typeof lines)[0], (typeof lines)[0], (typeof lines)[0]];
const asks = {
  key: 'plate',
  label: '车牌号',
  type: 'choice',
  required: false,
  why: '',
  choices: ['甲', '乙'],
} as const;
const fields = [
  { key: 'form:phone', value: '13900000001', asks: null },
  { key: 'extra:plate', value: '甲', asks },
];
const given = (text: string, over: object = {}) => ({ files: [], text, kept: false, ...over });

describe('answers to a call for correction', () => {
  it('a field begins with what stands in the form, a material with nothing', () => {
    expect(answerTo({}, fields, 'form:phone').text).toBe('13900000001');
    expect(answerTo({}, fields, 'proof')).toEqual(given(''));
  });

  it.each([
    ['a material without file and words', material, given(' '), /上传材料或写明情况/],
    ['a telephone number that is none', phone, given('12'), /手机号/],
    ['a field left empty', phone, given(''), /请填写“联系电话”/],
    ['a field left as it stood', phone, given('13900000001'), /还没有改/],
    ['an answer that is not among the choices', plate, given('丙'), /列出的选项/],
  ])('%s is told', (_, line, answer, words) => {
    expect(faultOfAnswer(line, fields, answer)).toMatch(words);
  });

  it.each([
    ['words for a material', material, given('已经补盖')],
    ['a file for a material', material, given('', { files: ['a'] })],
    ['another number', phone, given('13900000002')],
    ['the same number, looked over', phone, given('13900000001', { kept: true })],
    ['another of the choices', plate, given('乙')],
  ])('%s is an answer', (_, line, answer) => {
    expect(faultOfAnswer(line, fields, answer)).toBeNull();
  });

  it('go out one to each line, fields without files', () => {
    const answers = { proof: given('', { files: ['a', 'b'] }), 'form:phone': given(' 13900000002 ', { files: ['c'] }) };
    expect(answersToSend(lines, fields, answers, (file: string) => `id-${file}`)).toEqual([
      { key: 'proof', attachmentIds: ['id-a', 'id-b'] },
      { key: 'form:phone', attachmentIds: [], text: '13900000002' },
      { key: 'extra:plate', attachmentIds: [], text: '甲' },
    ]);
  });
});
