import type { GithubPart } from '../GithubPart';
import type { HistoryStage } from './HistoryStage';

/**
 * A stage as a part of a round: all of its steps, each with its own answers.
 * Where nothing happened, the last answer is kept, which shows that.
 */
export function createRound<Place>(stage: HistoryStage<Place>): GithubPart {
  return {
    name: stage.part,
    async *ask(asking, span) {
      let place: Place | undefined = stage.start(asking, span);
      let isTold = false;
      while (place !== undefined) {
        const inquiry = asking.inquiry.branch();
        const { inquiries, next } = await stage.step(
          { ...asking, inquiry },
          place,
          span,
        );
        isTold ||= inquiries.length > 0;
        yield* inquiries;
        if (next === undefined && !isTold) {
          yield inquiry;
        }
        place = next;
      }
    },
  };
}
