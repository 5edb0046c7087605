import { watchScriptErrors } from './observations/script-errors.ts';
import { offerScriptErrors } from './script-error-slot.ts';

// Beside the collector, in its world, and only while the user wants script errors: every other page is spared its weight.
offerScriptErrors(watchScriptErrors);
