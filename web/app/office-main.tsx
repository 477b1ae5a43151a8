import '../tokens.css';
import '../office/office.css';
import '../office/content.css';
import '../office/forms.css';
import '../office/figures.css';
import '../office/frame.css';
import { createRoot } from 'react-dom/client';
import { noteMissingParts } from './missing-part.ts';
import { OfficeApp } from './OfficeApp.tsx';

noteMissingParts();
createRoot(document.getElementById('root')!).render(<OfficeApp />);
