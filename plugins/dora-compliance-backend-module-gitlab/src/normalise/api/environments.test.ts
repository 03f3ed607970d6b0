import {
  collectedDocument,
  readPredicates,
} from '../../__testUtils__/collectedDocument';

describe('environments', () => {
  it('tell who must approve', () => {
    const paths = ['/environments', '/protected_environments'];
    expect(readPredicates(collectedDocument('environments', paths))).toEqual([
      {
        environment: { name: 'blue', production: true, classified: true },
        reviewers: [
          { kind: 'role', name: 'Maintainers' },
          { kind: 'group', name: 'Operators' },
        ],
        requiredApprovals: 3,
        preventsSelfReview: true,
        complete: true,
      },
      {
        environment: { name: 'test', production: false, classified: true },
        reviewers: [],
        preventsSelfReview: true,
        complete: true,
      },
      {
        environment: { name: 'review', production: false, classified: true },
        reviewers: [],
        preventsSelfReview: true,
        complete: true,
      },
    ]);
  });

  it('know the number from before there were rules', () => {
    const paths = ['/environments', '/protected_environments'];
    const old = [{ name: 'blue', required_approval_count: 2 }];
    const [blue] = readPredicates(
      collectedDocument('environments', paths, {
        '/protected_environments': old,
      }),
    );
    expect(blue).toMatchObject({ reviewers: [], requiredApprovals: 2 });
  });
});
