import { adoptStyles } from './ui/adopt-styles.ts';
import { baseStyles } from './ui/base.styles.ts';
import { controlStyles } from './ui/controls.styles.ts';
import './app/portico-console.ts';

adoptStyles(baseStyles, controlStyles);
