/** Who makes an applicant's own papers where no window did. */
export const platformName = '江西省信用修复一件事服务平台';
