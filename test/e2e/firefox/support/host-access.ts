import type { LaunchedFirefox } from '../../../../src/cli/browser/firefox/launch-firefox.ts';

const SET_ACCESS = `async (extensionId, isGiven) => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const extension = ExtensionParent.GlobalManager.getExtension(extensionId);
  const sites = { permissions: [], origins: ['http://*/*', 'https://*/*'] };
  if (isGiven) await ExtensionPermissions.add(extensionId, sites, extension);
  else await ExtensionPermissions.remove(extensionId, sites, extension);
}`;

/** Gives or takes away the access to all sites, as the user does in the add-ons manager. */
export async function setHostAccess({ window, extensionId }: LaunchedFirefox, isGiven: boolean): Promise<void> {
  await window.call(SET_ACCESS, extensionId, isGiven);
}
