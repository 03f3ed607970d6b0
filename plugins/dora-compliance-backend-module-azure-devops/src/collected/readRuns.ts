import { Build, runStatement } from '../normalise/build';
import { attempt, itemsAt, PATHS } from './answers';
import { type CollectedReader, onTarget } from './CollectedReader';

/** Runs that ended, of a list that was asked for the target alone. */
export const readRuns: CollectedReader = document => {
  const { items, flaws } = itemsAt(document, PATHS.builds, Build);
  const statements = items
    .filter(({ status }) => status === 'completed')
    .flatMap(build =>
      attempt(`build ${build.id}`, flaws, () => [
        onTarget(document, runStatement(build)),
      ]),
    );
  return { statements, flaws };
};
