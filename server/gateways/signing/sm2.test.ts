import { sm2 } from 'sm-crypto-v2';
import { describe, expect, test } from 'vitest';
import { numberIn, readDer } from './der.ts';
import { sm2PublicPoint, sm2Sign, sm2Verify } from './sm2.ts';
import { makeSm2Pem, readSm2Pem, signWithSm2, verifyDetached } from './sm2-key.ts';

/**
 * Made by OpenSSL 3.0 (`openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:SM2`, then
 * `openssl dgst -sm3 -sign key.pem -sigopt distid:1234567812345678`), which verified them itself.
 */
const opensslKey = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAERDvymu1BrUbb0A1bg7QAuI14Y+Jr
9h8bU4MUxUiLhC+RkDpEzsnEb4GK5Dumiwebx6d/aIKY3nKzsOLafktgSQ==
-----END PUBLIC KEY-----
`;
const opensslSignatures = [
  [
    '江西省信用修复一件事：台账 2026-11-23',
    'MEQCICACM6WJqSyX95PlwoChI50AhMM2/utRHkpXat5SPaT7AiAVvTjMbG7nCizm8kcohDwun6QDcnN15eT0xtCgXIeCcw==',
  ],
  ['', 'MEUCIDoHDjuNnaQBlp5HVUlErmM28RSn7ZnygHbo4Co/rNz9AiEA1wheRO4gY6qz4+SFU0FkioM6hA7B30M6HFXgOH3sK4Q='],
  [
    'x'.repeat(4096),
    'MEQCIA67jG3pPh+ce+xdbCTCsjpcjqGL8ijFs2ehwgTPUaifAiARv8jTvxE4eciAayPmp06iaYvuhKMADFst+PjZoh4wSA==',
  ],
] as const;

const hex = (text: string) => Buffer.from(text, 'hex');

describe('SM2', () => {
  test('signs the example of GM/T 0003.5 (recommended curve) as printed there', () => {
    const key = hex('3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8');
    const k = hex('59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21');
    const { r, s } = sm2Sign(key, Buffer.from('message digest'), () => k);
    expect(sm2PublicPoint(key).toString('hex', 1, 33)).toBe(
      '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020',
    );
    expect(r.toString(16)).toBe('f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3');
    expect(s.toString(16)).toBe('b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa');
  });

  test.each(opensslSignatures)('takes what OpenSSL signed (%#)', (text, signature) => {
    const keyId = 'not-the-name';
    const signed = { algorithm: 'SM2-SM3', signature, publicKey: opensslKey, keyId } as const;
    expect(verifyDetached(signed, Buffer.from(text)), 'a key under a false name').toBe(false);
    const named = { ...signed, keyId: 'd47fdeadb4c7eba4' };
    expect(verifyDetached(named, Buffer.from(text))).toBe(true);
    expect(verifyDetached(named, Buffer.from(`${text} `))).toBe(false);
  });

  test('another library takes what we sign, and we take what it signs', () => {
    for (let round = 0; round < 20; round += 1) {
      const pair = readSm2Pem(makeSm2Pem());
      const message = Buffer.from(`${'令'.repeat(round * 7)}${round}`);
      const point = sm2PublicPoint(pair.key);
      const signed = signWithSm2(pair, message);
      const der = Buffer.from(signed.signature, 'base64').toString('hex');
      expect(sm2.doVerifySignature(message, der, point.toString('hex'), { hash: true, der: true })).toBe(true);
      const theirs = sm2.doSignature(message, pair.key.toString('hex'), { hash: true });
      const numbers = { r: BigInt(`0x${theirs.slice(0, 64)}`), s: BigInt(`0x${theirs.slice(64)}`) };
      expect(sm2Verify(point, message, numbers)).toBe(true);
    }
  });

  test('anything altered is refused, and so is what is no signature at all', () => {
    const pair = readSm2Pem(makeSm2Pem());
    const bytes = Buffer.from('台账');
    const signed = signWithSm2(pair, bytes);
    expect(verifyDetached(signed, bytes)).toBe(true);
    const whole = Buffer.from(signed.signature, 'base64');
    for (const at of [3, 10, whole.length - 1]) {
      const bent = Buffer.from(whole);
      bent[at] = bent[at]! ^ 1;
      expect(verifyDetached({ ...signed, signature: bent.toString('base64') }, bytes), `byte ${at}`).toBe(false);
    }
    const stranger = signWithSm2(readSm2Pem(makeSm2Pem()), bytes);
    expect(verifyDetached({ ...signed, publicKey: stranger.publicKey, keyId: stranger.keyId }, bytes)).toBe(false);
    for (const signature of ['', 'AAAA', 'MAYCAQACAQA=', '!'])
      expect(verifyDetached({ ...signed, signature }, bytes)).toBe(false);
    expect(verifyDetached({ ...signed, publicKey: 'no key' }, bytes)).toBe(false);
  });

  test('two signatures of the same bytes differ: each has its own random number', () => {
    const pair = readSm2Pem(makeSm2Pem());
    const numbers = [1, 2].map(() => readDer(Buffer.from(signWithSm2(pair, Buffer.from('x')).signature, 'base64')));
    expect(numberIn(readDer(numbers[0]!.content))).not.toBe(numberIn(readDer(numbers[1]!.content)));
  });
});
