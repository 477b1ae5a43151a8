import '../../tokens.css';
