fn main() { println!("norma"); }
