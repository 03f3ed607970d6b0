import {
  collectedDocument,
  normaliseDocument,
} from '../../__testUtils__/collectedDocument';

describe('what was collected', () => {
  it.each([
    [
      'an unknown part',
      { part: 'x' },
      /^x: gitlab collects no part of this name$/,
    ],
    ['no target', { target: '' }, /^collected document: target /],
  ])('is rejected when it has %s', (_, rest, reason) => {
    const document = collectedDocument('access', ['/members/all'], {}, rest);
    expect(normaliseDocument(document)).toEqual({
      outcome: 'rejected',
      reason: expect.stringMatching(reason),
    });
  });

  it('is rejected when it is whole and not what it should be', () => {
    const document = collectedDocument('access', ['/members/all'], {
      '/members/all': [{ id: 1 }],
    });
    expect(normaliseDocument(document)).toMatchObject({
      reason: expect.stringContaining('access: 0.username '),
    });
  });
});
