import {
  collectedDocument,
  readPredicates,
} from '../../__testUtils__/collectedDocument';

describe('runners', () => {
  it('are told one by one', () => {
    const document = collectedDocument('runners', ['/runners']);
    document.answers.push({
      request: 'GET /runners/6',
      status: 200,
      body: {
        id: 6,
        description: '',
        runner_type: 'instance_type',
        online: false,
        platform: 'linux',
        tag_list: ['vault'],
      },
    });
    expect(readPredicates(document)).toEqual([
      {
        runners: [
          {
            id: '6',
            name: '#6',
            os: 'linux',
            labels: ['vault'],
            online: false,
            shared: true,
          },
        ],
        complete: true,
      },
    ]);
  });
});
