import { startSourceModule } from './startSourceModule';

/**
 * What the contract needs to know of the module of a source that only receives.
 *
 * @public
 */
export type SourceModuleSamples = {
  feature: Parameters<typeof startSourceModule>[0];
  /** The id of its source. */
  sourceId: string;
  /** Its key below `doraCompliance`. */
  configKey: string;
  /** What it logs if nothing is configured. */
  off: string;
  /** The keys with a list of secrets, each of which turns it on. */
  secretKeys: readonly string[];
  /** Settings that are refused, with a part of the message that names the key. */
  refused: readonly (readonly [settings: object, why: string])[];
};

/**
 * That the module of a source that only receives is off unless it is configured, and says
 * why. Call it in a test file.
 *
 * @public
 */
export function sourceModuleContract(samples: SourceModuleSamples): void {
  const { feature, sourceId, configKey, off, secretKeys, refused } = samples;
  const start = (settings?: object) =>
    startSourceModule(feature, {
      doraCompliance: { ...(settings && { [configKey]: settings }) },
    });

  describe(`the module of ${sourceId}`, () => {
    it('registers nothing and logs why if nothing is configured', async () => {
      const { addSource, logger } = await start();
      expect(addSource).not.toHaveBeenCalled();
      expect(logger.info).toHaveBeenCalledWith(off);
    });

    it.each(secretKeys)('registers the source if it has %s', async key => {
      const { addSource, addCollector } = await start({ [key]: ['secret'] });
      expect(addSource).toHaveBeenCalledWith(
        expect.objectContaining({ id: sourceId }),
      );
      expect(addCollector).not.toHaveBeenCalled();
    });

    it.each(refused)(
      'is off if it is %j, and names the key',
      async (settings, why) => {
        const { addSource, logger } = await start(settings);
        expect(addSource).not.toHaveBeenCalled();
        expect(logger.error).toHaveBeenCalledWith(expect.stringContaining(why));
      },
    );
  });
}
