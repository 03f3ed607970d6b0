/** Why controls were not assessed or do not apply, and which. */
export const whyMessages = {
  'never-received':
    '{{amount, number}} without evidence, which nobody gave yet: {{controls}}',
  'too-old': '{{amount, number}} with evidence that is too old: {{controls}}',
  incomplete: '{{amount, number}} with incomplete evidence: {{controls}}',
  'not-delivered':
    '{{amount, number}} because a source did not deliver all the time: {{controls}}',
  unproven:
    '{{amount, number}} with evidence whose sender is not proven: {{controls}}',
  'not-linked':
    '{{amount, number}} because no repository is linked to the asset: {{controls}}',
  unclear:
    '{{amount, number}} with evidence that does not decide the result: {{controls}}',
  failed: '{{amount, number}} because of an error: {{controls}}',
  waiting: '{{amount, number}} waiting for the first assessment: {{controls}}',
  'other-assets': '{{amount, number}} for other kinds of assets: {{controls}}',
  'nothing-to-assess':
    '{{amount, number}} with nothing to assess: {{controls}}',
  other: '{{amount, number}} for another reason: {{controls}}',
} as const;
