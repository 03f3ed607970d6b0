import { createReasons } from '../../registry/createReasons';

/** What a reason says that the asset does not have. */
type Exempt = { lacks: 'end-of-support' | 'provider' };

/**
 * Why a reason for having no end of support or no provider does not hold.
 */
export type ExemptionReasons = {
  'exemption-ended': Exempt & { why: string; ended: string };
  'exemption-too-long': Exempt & { why: string; until: string };
  'exemption-unconfirmed': Exempt & { why: string };
};

export const reason = createReasons<ExemptionReasons>();
