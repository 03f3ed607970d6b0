import fc from 'fast-check';

/** Texts that attributes of CloudEvents may hold. */
export const attributeText = fc
  .string({ unit: 'binary', maxLength: 20 })
  .filter(
    value => !/[\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}]/u.test(value),
  );
