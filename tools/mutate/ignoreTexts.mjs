import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Texts of errors are for people: no verdict depends on how they are worded. */
const ignoreTexts = {
  shouldIgnore(place) {
    const isText = place.isStringLiteral() || place.isTemplateLiteral();
    return isText && place.findParent(one => one.isThrowStatement())
      ? 'the text of an error'
      : undefined;
  },
};

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'texts', ignoreTexts),
];
