import * as vscode from 'vscode';
import { translate } from '../texts/t';

// For the texts that are not made by the host itself: why a line of the flag log was skipped.
translate(vscode.l10n.bundle);
