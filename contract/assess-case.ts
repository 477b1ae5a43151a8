import { type TSchema, Type } from 'typebox';
import { AssessmentCase, AssessmentVerdict } from './assessments.ts';
import { endpoint, officeCallers } from './endpoint.ts';

/**
 * Any object passes the check of the request, since parseCase of the domain reads the case and names the faulty field in the same words
 * here and in `npm run assess`; what is documented (OpenAPI is made by JSON.stringify) is the case in full.
 */
function documentedAs(schema: TSchema) {
  return Object.assign(Type.Object({}, { additionalProperties: true }), { toJSON: () => schema });
}

export const assessCase = endpoint({
  name: 'assessCase',
  module: 'record',
  method: 'POST',
  path: '/api/v1/assessments',
  summary: '测算一条失信信息的公示期、能否修复和从哪天起能申请',
  by: ['guest', 'applicant', ...officeCallers],
  body: documentedAs(AssessmentCase),
  reply: AssessmentVerdict,
});
